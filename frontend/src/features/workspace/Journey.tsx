import classes from "./Journey.module.css";

const STATIONS = [
  { name: "Lead", does: "owner, next step" },
  { name: "Follow-up", does: "calls, mails, notes" },
  { name: "Quote", does: "sent as a PDF" },
  { name: "Accepted", does: "signed online" },
  { name: "Invoice", does: "numbered, issued" },
  { name: "Paid", does: "to the last cent" },
];

/** The way of one sale, drawn as the line that gives the product its name. */
export function Journey() {
  return (
    <ol className={classes.line} aria-label="The way of a sale">
      {STATIONS.map(({ name, does }) => (
        <li key={name} className={classes.station}>
          <strong>{name}</strong>
          <span>{does}</span>
        </li>
      ))}
    </ol>
  );
}
