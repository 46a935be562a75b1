package org.latchkey.pass;

import org.latchkey.pass.AdminTransitions.Change;
import org.latchkey.secret.Credential;

/** What the search drives: the real code, or that code with one rule taken away. */
interface Machine {
  PassPolicy policy();

  default Decision global(DeviceAccess access, Presentation how) {
    return new Transitions(policy()).global(access, "p", how);
  }

  default Decision own(DeviceAccess access, Credential shown, Presentation how) {
    return new Transitions(policy()).own(access, shown, how);
  }

  default Change arm(DeviceAccess access, Arming arming, boolean keep, Credential fresh) {
    return new AdminTransitions(policy()).arm(access, arming, keep, fresh);
  }

  default Change rotate(DeviceAccess access, Credential fresh) {
    return new AdminTransitions(policy()).rotate(access, fresh);
  }

  default Change disarm(DeviceAccess access) {
    return new AdminTransitions(policy()).disarm(access);
  }
}
