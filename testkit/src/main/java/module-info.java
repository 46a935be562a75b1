/** Phone simulators, and contract suites for stores. */
module org.latchkey.testkit {
  requires static org.assertj.core;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;
  requires org.latchkey.core;

  exports org.latchkey.testkit.contract;
  exports org.latchkey.testkit.phone;
  exports org.latchkey.testkit.yealink;
}
