import { expect, test } from "vitest";
import { exact, exactAmount } from "./decimals";

const english = { group: ",", decimal: "." };
const german = { group: ".", decimal: "," };

test("a number is read as its reader writes it", () => {
  expect(exact("1,250.50", english)).toBe("1250.50");
  expect(exact("1.250,50", german)).toBe("1250.50");
  expect(exact("7,5", german)).toBe("7.5");
  expect(exact("1,250", english)).toBe("1250");
  expect(exact("1.250", german)).toBe("1250");
});

test("a number from another country's sheet is understood where it leaves no doubt", () => {
  expect(exact("1.250,50", english)).toBe("1250.50");
  expect(exact("7,5", english)).toBe("7.5");
  expect(exact("1.250.000", english)).toBe("1250000");
  expect(exact("1 250,5", german)).toBe("1250.5");
});

test("no digit is lost or invented", () => {
  expect(exact("0.333333", english)).toBe("0.333333");
  expect(exact("999999999999.9999", english)).toBe("999999999999.9999");
  expect(exact("-3", english)).toBe("-3");
  expect(exact("007", english)).toBe("7");
  expect(exact(".5", english)).toBe("0.5");
});

test("what is no number is none", () => {
  for (const typed of ["", "x", "12x", "1.2.", "-", "."]) expect(exact(typed, english)).toBe(null);
});

test("an amount may bear its currency, and nothing else", () => {
  expect(exactAmount("€ 45.00")).toBe("45.00");
  expect(exactAmount("45,00 €")).toBe("45.00");
  expect(exactAmount("12.345,67 EUR")).toBe("12345.67");
  expect(exactAmount("19 %")).toBe("19");
  for (const typed of ["m2", "1.5k", "abc", "EUR"]) expect(exactAmount(typed)).toBe(null);
});
