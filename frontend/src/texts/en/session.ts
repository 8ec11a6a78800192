export const session = {
  signIn: "Sign in",
  email: "E-mail",
  password: "Password",
  setUp: "Set up your company",
};
