// Answers every situation with Cedar, checks that it forbids exactly what Lanyard does, and prints microseconds a request.
const fs = require('fs');
const cedar = require('@cedar-policy/cedar-wasm/nodejs');
const [, , folder] = process.argv;
const rules = fs.readFileSync(`${folder}/rules.cedar`, 'utf8');
const situations = fs.readFileSync(`${folder}/situations.jsonl`, 'utf8').trim().split('\n').map(line => JSON.parse(line));
const parsed = cedar.preparsePolicySet('rules', { staticPolicies: rules, templates: {}, templateLinks: [] });
if (parsed.type !== 'success') {
  console.error(JSON.stringify(parsed).slice(0, 2000));
  process.exit(1);
}
const ask = context => cedar.statefulIsAuthorized({
  principal: { type: 'Person', id: 'one' }, action: { type: 'Action', id: 'act' }, resource: { type: 'Policy', id: 'policy' },
  context, preparsedPolicySetId: 'rules', entities: [],
});
let different = 0;
for (const { context, forbidden } of situations) {
  const answer = ask(context);
  if (answer.type !== 'success' || (answer.response.decision === 'deny') !== forbidden) {
    different++;
  }
}
const rounds = 5;
const start = process.hrtime.bigint();
for (let round = 0; round < rounds; round++) {
  for (const { context } of situations) {
    ask(context);
  }
}
const microseconds = Number(process.hrtime.bigint() - start) / 1000 / (rounds * situations.length);
console.log(JSON.stringify({ microseconds, different, situations: situations.length }));
