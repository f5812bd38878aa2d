// Reads selftest.json with the schema of mutation testing reports.
//   node tests/page/mutation_report.cjs NODE_MODULES FILE
const fs = require("fs");
const path = require("path");

const [modules, file] = process.argv.slice(2);
const Ajv = require(path.join(modules, "ajv"));
const schema = path.join(modules, "mutation-testing-report-schema/dist/src/mutation-testing-report-schema.json");
const fits = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(fs.readFileSync(schema)));
const report = JSON.parse(fs.readFileSync(file));
const faults = fits(report) ? [] : fits.errors.map((error) => `${error.instancePath} ${error.message}`);
// A schema that takes everything would prove nothing.
if (fits({ ...report, files: undefined })) faults.push("the schema takes a report without files");
for (const fault of faults) console.error(`mutation_report: ${file}: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
