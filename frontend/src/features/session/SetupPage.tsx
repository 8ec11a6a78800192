import { Button, Checkbox, PasswordInput, Select, SimpleGrid, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { refusalOf } from "@/lib/problem";
import { countries, currencies } from "@/lib/regions";
import { Alone } from "@/ui/Alone";
import { Refused } from "@/ui/Refused";
import { type FirstRun, useSetUp } from "@/workspace/session";

const ZONES = Intl.supportedValuesOf("timeZone");

/** First run: the company, its first administrator, and sample data on request. */
export function SetupPage() {
  const setUp = useSetUp();
  const navigate = useNavigate();
  const form = useForm<FirstRun>({ initialValues: beginning() });
  const refusal = setUp.isError ? refusalOf(setUp.error) : null;
  const found = form.onSubmit((body) =>
    setUp.mutate(
      { body },
      {
        onSuccess: () => navigate({ to: "/", replace: true }),
        onError: (error) => form.setErrors(refusalOf(error).fields),
      },
    ),
  );
  return (
    <Alone title="Set up your company">
      <form onSubmit={found}>
        <TextInput
          label="Company name"
          autoFocus
          required
          mb="sm"
          {...form.getInputProps("company_name")}
        />
        <SimpleGrid cols={2} spacing="sm" mb="sm">
          <Select
            label="Country"
            data={countries()}
            searchable
            required
            {...form.getInputProps("country")}
          />
          <Select
            label="Currency"
            data={currencies()}
            searchable
            required
            {...form.getInputProps("currency")}
          />
        </SimpleGrid>
        <Select
          label="Time zone"
          description="Days, months and due dates are counted in it."
          data={ZONES}
          searchable
          required
          mb="sm"
          {...form.getInputProps("time_zone")}
        />
        <TextInput label="Your name" required mb="sm" {...form.getInputProps("admin.name")} />
        <TextInput
          label="Your e-mail"
          type="email"
          autoComplete="username"
          required
          mb="sm"
          {...form.getInputProps("admin.email")}
        />
        <PasswordInput
          label="Password"
          description="At least 10 characters."
          autoComplete="new-password"
          minLength={10}
          required
          mb="sm"
          {...form.getInputProps("admin.password")}
        />
        <Checkbox
          label="Fill it with a sample company, to look around"
          mb="md"
          {...form.getInputProps("sample_data", { type: "checkbox" })}
        />
        {refusal ? <Refused refusal={refusal} /> : null}
        <Button type="submit" fullWidth loading={setUp.isPending}>
          Start
        </Button>
      </form>
    </Alone>
  );
}

function beginning(): FirstRun {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    company_name: "",
    country: new Intl.Locale(navigator.language).maximize().region ?? "",
    currency: "EUR",
    time_zone: ZONES.includes(zone) ? zone : "Europe/Berlin",
    admin: { name: "", email: "", password: "" },
    sample_data: false,
  };
}
