/** A host that embeds Latchkey over tables of its own. */
package org.latchkey.example.embedder;
