// The client's clock, in a test's hand. It refreshes its token every quarter of an hour: such waits end when told to. It tries again after 20 s: such waits
// are made short.
import rxjs from 'rxjs/scheduler/async.js';
import subscription from 'rxjs/Subscription.js';

const minute = 60_000;
const long = 10_000;
const short = 200;

export class Clock {
  held = [];

  now() {
    return rxjs.async.now();
  }

  schedule(work, delay = 0, state) {
    if (delay >= minute) {
      this.held.push(() => rxjs.async.schedule(work, 0, state));
      return subscription.Subscription.EMPTY;
    }
    return rxjs.async.schedule(work, delay >= long ? short : delay, state);
  }

  /** The quarter of an hour is over. */
  strike() {
    this.held.splice(0).forEach(resume => resume());
  }
}
