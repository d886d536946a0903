import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './setup.mjs';

/**
 * Looks at what the product is made of: every package of one exact version, with a sum that its content must have, and none
 * that runs a script when it is installed; few in all; and with no weakness that the registry knows. A registry that
 * does not tell of weaknesses, or no network, is said and is no failure.
 */
const mostPackages = 60;
const problems = [];

const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const lock = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8'));
for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
  if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`${name} ${version} is no exact version`);

const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const product = locked.filter(([, { dev, optional }]) => !dev && !optional);
for (const [path, { integrity }] of locked)
  if (!integrity) problems.push(`${path} has no sum of its content`);
for (const [path, { hasInstallScript }] of product)
  if (hasInstallScript) problems.push(`${path} runs a script when it is installed`);
if (product.length > mostPackages)
  problems.push(`${product.length} packages in the product are more than ${mostPackages}`);

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { stdout } = spawnSync(npm, ['audit', '--omit=dev', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const told = parsed(stdout)?.metadata?.vulnerabilities;
if (!told)
  console.log('The registry does not tell of weaknesses, or cannot be reached: that was not checked.');
else if (told.moderate + told.high + told.critical > 0)
  problems.push(`npm audit: ${told.critical} critical, ${told.high} high, ${told.moderate} moderate`);

for (const problem of problems) console.error(problem);
console.log(`${product.length} packages in the product, ${locked.length} in all.`);
process.exit(problems.length ? 1 : 0);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
