import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { IconPlus, IconUpload, IconUsers } from "@/ui/icons";
import { useMay } from "@/workspace/session";
import classes from "./FirstSteps.module.css";

const words = texts.metrics.start;

/** What to do in a company without a single lead. */
export function FirstSteps({ addLead }: { addLead: () => void }) {
  const maySell = useMay("write_own_leads");
  const mayInvite = useMay("administer");
  return (
    <section className={classes.start} aria-labelledby="start">
      <h2 id="start">{words.title}</h2>
      <p>{words.text}</p>
      <ul>
        {maySell ? (
          <li>
            <IconPlus size={18} aria-hidden />
            <button type="button" onClick={addLead}>
              {words.add}
            </button>
            <span>{words.addText}</span>
          </li>
        ) : null}
        {maySell ? (
          <li>
            <IconUpload size={18} aria-hidden />
            <Link to="/import">{words.import}</Link>
            <span>{words.importText}</span>
          </li>
        ) : null}
        {mayInvite ? (
          <li>
            <IconUsers size={18} aria-hidden />
            <Link to="/settings">{words.invite}</Link>
            <span>{words.inviteText}</span>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
