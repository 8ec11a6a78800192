export const session = {
  signIn: "Sign in",
  email: "E-mail",
  password: "Password",
  yourName: "Your name",
  yourEmail: "Your e-mail",
  longEnough: "At least 10 characters; a short sentence is easy to keep in mind.",
  forgot: "Forgot your password?",
  forgotText:
    "An administrator of your company can invite you again under Settings › Users. " +
    "The link in that mail lets you choose a new one.",

  setUp: "Set up your company",
  setUpText: "Two minutes, once. Everything can be changed later under Settings.",
  companyName: "Company name",
  country: "Country",
  countryText: "Sets your first taxes.",
  currency: "Currency",
  timeZone: "Time zone",
  timeZoneText: "Days, months and due dates are counted in it.",
  you: "You, the first administrator",
  sampleData: "Fill it with an invented year, to look around",
  sampleDataText:
    "Some 400 leads with quotes, invoices and colleagues. For a trial: start a new installation for real work.",
  start: "Start",
  setupToken: "Setup token",
  setupTokenText:
    "You are not on the machine that Throughline runs on. Its operator chose this token as THROUGHLINE_SETUP_TOKEN.",
  founding: "Setting up your company",
  foundingSteps: [
    "Hiring five colleagues",
    "Meeting customers",
    "Writing quotes",
    "Winning some, losing some",
    "Sending invoices",
    "Counting the year",
  ],
  foundingText:
    "Inventing a year of business takes half a minute, or longer on a busy machine. Please keep this page open.",

  welcome: (name: string) => `Welcome, ${name}`,
  invitedTo: (company: string) =>
    `You are invited to the sales of ${company}. Choose a password and you are in.`,
  choosePassword: "Choose a password",
  join: "Join",
  invitationOver: "This invitation is over",
  toSignIn: "To the sign-in page",

  again: "Sign in again",
  againText: (name: string) =>
    `Your session has ended, ${name}. Nothing that you typed is lost: sign in and what you were doing goes on.`,
  someoneElse: "I am someone else",
};
