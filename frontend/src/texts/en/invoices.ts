export const invoices = {
  title: "Finance",
};
