/**
 * From jakarta.servlet to the core and back: a filter that takes the provisioning path and its
 * siblings, a servlet for hosts that map {@code /cfg/*}, and the proxies whose word counts.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.servlet;
