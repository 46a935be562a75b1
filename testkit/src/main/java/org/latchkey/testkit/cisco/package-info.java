/**
 * Simulated Cisco phones and adapters with third-party call control, and the older SPA and Linksys
 * ones, written from the vendor's guides and field templates alone: they evaluate their profile
 * rules, apply what they read, restart, and can be cut off at any point.
 *
 * <p>Start at {@link org.latchkey.testkit.cisco.CiscoPhone}. Nothing here is shared with the
 * library under test.
 */
@NullMarked
package org.latchkey.testkit.cisco;

import org.jspecify.annotations.NullMarked;
