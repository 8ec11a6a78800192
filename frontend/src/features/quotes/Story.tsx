import { ActionIcon, Anchor, CopyButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { memo, type ReactNode } from "react";
import type { Quote } from "@/api/types.gen";
import { day, instant } from "@/lib/format";
import { texts } from "@/texts";
import { IconCheck, IconCopy, IconExternalLink } from "@/ui/icons";
import { pdfAddress } from "./Preview";
import { QuoteStatusBadge } from "./QuoteStatusBadge";
import { revisionsQuery } from "./queries";
import classes from "./Story.module.css";
import { stepsOf } from "./steps";

/** What became of a quote: who did what and when, the customer's link, revisions and PDFs. */
export const Story = memo(function Story({ quote }: { quote: Quote }) {
  return (
    <aside className={classes.story} aria-label={texts.quotes.story}>
      <Steps quote={quote} />
      {quote.public_url ? <CustomersLink url={quote.public_url} /> : null}
      <Revisions quote={quote} />
      {quote.documents.length > 0 ? <Documents quote={quote} /> : null}
    </aside>
  );
});

function Steps({ quote }: { quote: Quote }) {
  return (
    <ol className={classes.steps}>
      {stepsOf(quote).map((step) => (
        <li key={step.name} data-tone={step.tone}>
          <span className={classes.name}>{step.name}</span>
          {step.at ? <time dateTime={step.at}>{instant(step.at)}</time> : null}
          {step.on ? <time dateTime={step.on}>{day(step.on)}</time> : null}
          {step.details.map((detail) => (
            <span key={detail} className={classes.detail} dir="auto">
              {detail}
            </span>
          ))}
          {step.drawing ? (
            <img className={classes.drawing} src={step.drawing} alt={texts.quotes.drawing} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function CustomersLink({ url }: { url: string }) {
  return (
    <Part title={texts.quotes.customersLink}>
      <div className={classes.link}>
        <Anchor href={url} target="_blank" rel="noopener" className={classes.url}>
          {url.replace(/^https?:\/\//, "")}
        </Anchor>
        <CopyButton value={url} timeout={2000}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={copied ? texts.quotes.copied : texts.quotes.copyLink}
              onClick={copy}
            >
              {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
            </ActionIcon>
          )}
        </CopyButton>
        <ActionIcon
          component="a"
          href={url}
          target="_blank"
          rel="noopener"
          variant="subtle"
          color="gray"
          aria-label={texts.quotes.openPage}
        >
          <IconExternalLink size={15} />
        </ActionIcon>
      </div>
    </Part>
  );
}

function Revisions({ quote }: { quote: Quote }) {
  const { data = [] } = useQuery(revisionsQuery(quote.number));
  if (data.length < 2) return null;
  return (
    <Part title={texts.quotes.revisions}>
      <ul className={classes.list}>
        {data.map((one) => (
          <li key={one.id}>
            {one.id === quote.id ? (
              <strong>{one.label}</strong>
            ) : (
              <Anchor component={Link} to="/quotes/$id" params={{ id: one.id } as never} inherit>
                {one.label}
              </Anchor>
            )}
            <QuoteStatusBadge quote={one} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Documents({ quote }: { quote: Quote }) {
  return (
    <Part title={texts.quotes.documents}>
      <ul className={classes.list}>
        {quote.documents.map((one) => (
          <li key={one.id}>
            <Anchor href={pdfAddress(quote, one.id)} target="_blank" inherit title={one.sha256}>
              {one.name}
            </Anchor>
            <span className={classes.detail}>{instant(one.created_at)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
