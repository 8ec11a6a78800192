import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { Empty } from "@/ui/Empty";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { type AuditFilters, auditQuery } from "../audit.queries";
import { LoadMore } from "../LoadMore";
import { Section } from "../Section";
import own from "./Audit.module.css";
import { AuditEntry } from "./AuditEntry";
import { AuditTools } from "./AuditTools";

const words = texts.auditLog;

/** Who did what, when; filters live in the address. */
export function AuditSection() {
  const filters = useSearch({ from: "/_app/settings/audit" });
  const navigate = useNavigate({ from: "/settings/audit" });
  const look = (next: AuditFilters) => navigate({ search: next, replace: true });
  return (
    <Section title={texts.settings.sections.audit} intro={words.intro} wide>
      <AuditTools filters={filters} look={look} />
      <Entries filters={filters} />
    </Section>
  );
}

function Entries({ filters }: { filters: AuditFilters }) {
  const log = useInfiniteQuery(auditQuery(filters));
  if (log.error) return <Broken error={log.error} reset={() => log.refetch()} />;
  if (!log.data) return <PageSkeleton />;
  const entries = log.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <Nothing isFiltered={Object.keys(filters).length > 0} />;
  return (
    <>
      <ul className={own.list} aria-label={words.list} aria-busy={log.isPlaceholderData}>
        {entries.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} />
        ))}
      </ul>
      <LoadMore list={log} />
    </>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered) return <Empty title={words.none} />;
  return <Empty title={words.noneFiltered}>{words.noneText}</Empty>;
}
