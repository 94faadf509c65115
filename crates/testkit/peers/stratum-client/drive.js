// Drives npm's `stratum-client`: tells each of its callbacks as a line of JSON, and submits the shares
// that come as lines of JSON.
'use strict';

const start = require('stratum-client');

const [server, port, worker] = process.argv.slice(2);
const tell = (event, value) => console.log(JSON.stringify({ event, value }));

const running = start({
  server,
  port: Number(port),
  worker,
  autoReconnectOnError: false,
  onConnect: () => tell('connect', null),
  onClose: () => tell('close', null),
  onError: (error) => tell('error', error.message),
  onAuthorizeSuccess: (error, result) => tell('authorized', { error, result }),
  onAuthorizeFail: (error, result) => tell('not authorized', { error, result }),
  onNewDifficulty: (difficulty) => tell('difficulty', difficulty),
  onSubscribe: (subscribed) => tell('subscribed', subscribed),
  onNewMiningWork: (work) => tell('work', work),
  onSubmitWorkSuccess: (error, result) => tell('accepted', { error, result }),
  onSubmitWorkFail: (error, result) => tell('refused', { error, result }),
});

require('readline')
  .createInterface({ input: process.stdin })
  .on('line', (line) => running.submit(JSON.parse(line)))
  .on('close', () => running.shutdown());
