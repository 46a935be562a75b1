/**
 * Phone simulators, and the suites that every store and every brand must pass. The suites need
 * JUnit and AssertJ; the simulators do not.
 */
module org.latchkey.testkit {
  requires java.xml;
  requires static org.assertj.core;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;
  requires transitive org.latchkey.core;

  exports org.latchkey.testkit.brand;
  exports org.latchkey.testkit.cisco;
  exports org.latchkey.testkit.contract;
  exports org.latchkey.testkit.grandstream;
  exports org.latchkey.testkit.panasonic;
  exports org.latchkey.testkit.phone;
  exports org.latchkey.testkit.polycom;
  exports org.latchkey.testkit.snom;
  exports org.latchkey.testkit.yealink;
}
