import { texts } from "@/texts";
import {
  IconBuilding,
  IconHash,
  IconHistory,
  IconKey,
  IconMail,
  IconPackage,
  IconPercentage,
  IconRoute,
  IconUser,
  IconUsers,
} from "@/ui/icons";

const words = texts.settings;

/** The sections of the settings in groups; `admin` ones are for administrators. */
export const GROUPS = [
  {
    name: words.mine,
    sections: [{ to: "/settings/me", label: words.sections.me, icon: IconUser, admin: false }],
  },
  {
    name: words.company,
    sections: [
      { to: "/settings/company", label: words.sections.company, icon: IconBuilding, admin: true },
      { to: "/settings/users", label: words.sections.users, icon: IconUsers, admin: true },
    ],
  },
  {
    name: words.selling,
    sections: [
      { to: "/settings/pipeline", label: words.sections.pipeline, icon: IconRoute, admin: true },
      { to: "/settings/products", label: words.sections.products, icon: IconPackage, admin: false },
      { to: "/settings/taxes", label: words.sections.taxes, icon: IconPercentage, admin: true },
      { to: "/settings/numbering", label: words.sections.numbering, icon: IconHash, admin: true },
    ],
  },
  {
    name: words.records,
    sections: [
      { to: "/settings/mail", label: words.sections.mail, icon: IconMail, admin: false },
      { to: "/settings/audit", label: words.sections.audit, icon: IconHistory, admin: false },
    ],
  },
  {
    name: words.connecting,
    sections: [
      { to: "/settings/api-keys", label: words.sections.apiKeys, icon: IconKey, admin: true },
    ],
  },
] as const;
