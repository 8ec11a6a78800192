import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useReducer } from "react";
import { expect, test } from "vitest";
import type { Product, Tax } from "@/api/types.gen";
import { LinesEditor } from "./LinesEditor";
import { afterAct, type LinesAct } from "./lines";
import { blankRow, type Row, usualTax } from "./rows";

const taxes: Tax[] = [
  { name: "Standard", rate: "19", category: "standard", reason: null, default: true },
];
const workshop = {
  id: "p1",
  code: "WS-10",
  name: "Workshop",
  description: "Half a day",
  unit: "flat",
  unit_price: "540.00",
  currency: "EUR",
  tax_rate: "19",
  tax_category: "standard",
} as Product;

function Editor({ start }: { start: Row[] }) {
  const [rows, act] = useReducer((now: Row[], made: LinesAct) => afterAct(now, made), start);
  return (
    <MantineProvider>
      <LinesEditor
        rows={rows}
        act={act}
        currency="EUR"
        decimals={2}
        taxes={taxes}
        nets={new Map()}
        stale={false}
        complaints={new Map()}
        find={async () => [workshop]}
      />
    </MantineProvider>
  );
}

const named = (description: string): Row => ({
  ...blankRow(usualTax(taxes)),
  description,
  unit_price: "1",
});
const cell = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

test("Enter goes down the column and makes a new line after the last one", async () => {
  render(<Editor start={[named("a"), named("b")]} />);
  await userEvent.click(cell("Quantity, line 1"));
  await userEvent.keyboard("{Enter}");
  expect(document.activeElement).toBe(cell("Quantity, line 2"));
  await userEvent.keyboard("{Enter}");
  expect(document.activeElement).toBe(cell("Description, line 3"));
});

test("a cell that is entered is written over, and what is no number is put back", async () => {
  render(<Editor start={[named("a")]} />);
  await userEvent.click(cell("Quantity, line 1"));
  await userEvent.keyboard("7.5{Tab}");
  expect(cell("Quantity, line 1").value).toBe("7.5");
  await userEvent.click(cell("Quantity, line 1"));
  await userEvent.keyboard("many");
  expect(cell("Quantity, line 1").getAttribute("aria-invalid")).toBe("true");
  await userEvent.tab();
  expect(cell("Quantity, line 1").value).toBe("7.5");
});

test("a line moves by keys and keeps the cursor in its cell", async () => {
  render(<Editor start={[named("a"), named("b")]} />);
  await userEvent.click(cell("Unit price, line 2"));
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(cell("Description, line 1").value).toBe("b");
  expect(document.activeElement).toBe(cell("Unit price, line 1"));
});

test("the code of a product and Enter fill the line and go on to the quantity", async () => {
  render(<Editor start={[blankRow(null)]} />);
  await userEvent.click(cell("Description, line 1"));
  await userEvent.keyboard("ws-10");
  await screen.findByRole("option", { name: /Workshop/, selected: true });
  await userEvent.keyboard("{Enter}");
  expect(cell("Description, line 1").value).toBe("Workshop\nHalf a day");
  expect(cell("Unit price, line 1").value).toBe("540.00");
  expect(document.activeElement).toBe(cell("Quantity, line 1"));
});

test("a code that is typed faster than products are found fills its line from behind", async () => {
  render(<Editor start={[blankRow(null)]} />);
  await userEvent.click(cell("Description, line 1"));
  await userEvent.keyboard("ws-10{Enter}Cable");
  await waitFor(() => expect(cell("Unit price, line 1").value).toBe("540.00"));
  expect(document.activeElement).toBe(cell("Description, line 2"));
  expect(cell("Description, line 2").value).toBe("Cable");
});
