// The client's clock, with long waits made short: it refreshes its token every quarter of an hour, and tries again after 20 s.
import rxjs from 'rxjs/scheduler/async.js';

const long = 10_000;
const short = 200;

export const hasty = Object.create(rxjs.async, {
  schedule: { value: (work, delay = 0, state) => rxjs.async.schedule(work, delay >= long ? short : delay, state) },
});
