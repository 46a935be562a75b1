/** An embedder in one class, which the build runs as a module. */
module org.latchkey.example.modulepath {
  requires org.latchkey.brand.yealink;
  requires org.latchkey.core;
}
