/** The arrows of every calendar. */
export const day = {
  nextMonth: "Next month",
  previousMonth: "Month before",
  nextYear: "Next year",
  previousYear: "Year before",
  nextDecade: "Next ten years",
  previousDecade: "Ten years before",
};
