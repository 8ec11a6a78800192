export const metrics = {
  title: "Dashboard",
};
