// Unpacks the Chromium of the npm package and prints its path. The package unpacks into the folder for
// temporary files, and its libraries only where it believes to run in a bare cloud function.
process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
const { default: chromium } = await import("@sparticuz/chromium");
process.stdout.write(await chromium.executablePath());
