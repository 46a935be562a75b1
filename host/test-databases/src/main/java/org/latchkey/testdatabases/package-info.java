/**
 * Real database servers for tests: started when first asked for, on the loopback address, with data
 * in a temporary folder, and ended with the process.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.testdatabases;
