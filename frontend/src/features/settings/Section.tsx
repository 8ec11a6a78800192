import { useQuery } from "@tanstack/react-query";
import { type ReactNode, Suspense } from "react";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { useMay } from "@/workspace/session";
import classes from "./Section.module.css";
import { adminsQuery } from "./users.queries";

const words = texts.settings;

type Props = {
  title: string;
  intro?: string;
  acts?: ReactNode;
  /** Only administrators may see what is here; others are told whom to ask. */
  forAdmins?: boolean;
  wide?: boolean;
  children: ReactNode;
};

/** One section of the settings: its title, a sentence on what it is for, its acts. */
export function Section({ title, intro, acts, forAdmins = false, wide = false, children }: Props) {
  const isAdmin = useMay("administer");
  const isClosed = forAdmins && !isAdmin;
  return (
    <section className={classes.section} data-wide={wide || undefined} aria-labelledby="section">
      <header className={classes.head}>
        <div className={classes.words}>
          <h1 id="section" className={classes.title}>
            {title}
          </h1>
          {intro ? <p className={classes.intro}>{intro}</p> : null}
        </div>
        {isClosed ? null : <div className={classes.acts}>{acts}</div>}
      </header>
      <Suspense fallback={<PageSkeleton />}>{isClosed ? <Closed /> : children}</Suspense>
    </section>
  );
}

function Closed() {
  const { data: admins } = useQuery(adminsQuery);
  const names = admins?.map((admin) => admin.name).join(", ");
  return <Empty title={words.adminsOnly}>{names ? words.askAdmins(names) : null}</Empty>;
}

type PartProps = { title: string; text?: string; children: ReactNode };

/** Fields that belong together, with what they are for beside them. */
export function Part({ title, text, children }: PartProps) {
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>{title}</legend>
      <div className={classes.about}>
        <p className={classes.partTitle} aria-hidden>
          {title}
        </p>
        {text ? <p className={classes.intro}>{text}</p> : null}
      </div>
      <div className={classes.fields}>{children}</div>
    </fieldset>
  );
}
