/** A durable store of Latchkey's state on a JDBC data source. */
module org.latchkey.store.jdbc {
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires transitive java.sql;
  requires transitive org.latchkey.core;
  requires static org.jspecify;
  requires org.bouncycastle.provider;
  requires org.slf4j;

  exports org.latchkey.store.jdbc;
}
