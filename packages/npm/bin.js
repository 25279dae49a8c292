#!/usr/bin/env node
// Runs the program, which came in a package of its own for each kind of machine.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { constants } from "node:os";

const machine = `${process.platform}-${process.arch}`;
const program = process.platform === "win32" ? "council-notice.exe" : "council-notice";

const fail = (message, help) => {
  console.error(`error: ${message}\n  help: ${help}`);
  process.exit(1);
};

let path;
try {
  path = createRequire(import.meta.url).resolve(`@council-notice/${machine}/${program}`);
} catch {
  fail(
    `the program for ${machine} is not installed`,
    `install @council-notice/${machine}, if there is one: npm leaves it out with --omit=optional, or where node_modules was copied from another kind of machine`,
  );
}

const child = spawn(path, process.argv.slice(2), { stdio: "inherit" });
// The terminal sends Ctrl-C to both: the program decides what to do about it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("error", (error) => fail(`${path} cannot be started: ${error.message}`, "install council-notice again"));
child.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
