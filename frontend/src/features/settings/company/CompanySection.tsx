import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { texts } from "@/texts";
import { PdfPreview } from "@/ui/document/PdfPreview";
import { IconEye } from "@/ui/icons";
import { previewQuery, workspaceQuery } from "../queries";
import { Section } from "../Section";
import classes from "./Company.module.css";
import { CompanyForm } from "./CompanyForm";
import { LogoPart } from "./LogoPart";

const words = texts.company;

/** The company: its logo and paper, and everything that documents say of it. */
export function CompanySection() {
  return (
    <Section title={texts.settings.sections.company} intro={words.intro} forAdmins wide>
      <Company />
    </Section>
  );
}

function Company() {
  const { data: workspace } = useSuspenseQuery(workspaceQuery);
  const [isShown, show] = useDisclosure(false);
  return (
    <div className={classes.columns}>
      <div>
        <LogoPart workspace={workspace} />
        <Button
          className={classes.showPaper}
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          aria-expanded={isShown}
          onClick={show.toggle}
        >
          {words.showPreview}
        </Button>
        <CompanyForm workspace={workspace} />
      </div>
      <Paper version={workspace.version} isShown={isShown} />
    </div>
  );
}

function Paper({ version, isShown }: { version: number; isShown: boolean }) {
  const { data: file } = useQuery(previewQuery(version));
  return (
    <aside className={classes.paper} data-shown={isShown || undefined} aria-label={words.preview}>
      <p className={classes.paperTitle}>{words.preview}</p>
      <PdfPreview file={file} name={words.sample} />
    </aside>
  );
}
