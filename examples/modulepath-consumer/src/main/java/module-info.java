/** A consumer that is a module itself. */
module org.latchkey.example.modulepath {
  requires org.latchkey.brand.yealink;
  requires org.latchkey.core;
}
