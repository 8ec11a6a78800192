import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Changing, FiguresOf } from "./Changing";
import classes from "./metrics.module.css";

const Figure = ({ of, text }: { of: string | null; text: string }) => (
  <FiguresOf value={of}>
    <Changing text={text} />
  </FiguresOf>
);

const isTinted = (text: string) =>
  screen.getByText(text).classList.contains(classes.changed as string);

test("a figure that changes under the reader's eyes is tinted", () => {
  const { rerender } = render(<Figure of="team" text="10" />);
  expect(isTinted("10")).toBe(false);
  rerender(<Figure of="team" text="11" />);
  expect(isTinted("11")).toBe(true);
});

test("a figure of somebody else who was chosen is not", () => {
  const { rerender } = render(<Figure of="team" text="10" />);
  rerender(<Figure of={null} text="10" />);
  rerender(<Figure of={null} text="4" />);
  rerender(<Figure of="marie" text="4" />);
  expect(isTinted("4")).toBe(false);
});
