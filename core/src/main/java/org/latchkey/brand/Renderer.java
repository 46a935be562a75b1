package org.latchkey.brand;

import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;

/**
 * Turns neutral words into a brand's own, and those into bytes.
 *
 * <p>Implementations are pure and safe for use by many threads.
 *
 * @since 1.0
 */
public interface Renderer {

  /**
   * Maps lines, keys and neutral settings to native parameters.
   *
   * @param rendering what the configuration is made of
   * @return the parameters in the order in which they are written, without reserved ones
   */
  Parameters map(Rendering rendering);

  /**
   * The parameters that keep the phone ours: URL, own credential, schedule, switches that stop
   * other sources.
   *
   * @param rendering what the configuration is made of
   * @return the parameters that are written last
   */
  Parameters reserved(Rendering rendering);

  /**
   * Says whether a native name belongs to what keeps the phone ours, in any of its spellings.
   *
   * @param name a native name
   * @return true if no override may set it
   */
  boolean reserves(String name);

  /**
   * Says whether a native parameter makes the phone take another firmware. Until the phone has
   * proven its credential such parameters are left out, wherever they come from: a phone that
   * reboots in the middle of its first boot begins it anew.
   *
   * @param name a native name
   * @return true if it waits for the proof
   */
  default boolean namesFirmware(String name) {
    return false;
  }

  /**
   * Writes a configuration.
   *
   * @param parameters what to write, in this order
   * @return the file
   * @throws RenderException if the grammar cannot carry a value
   */
  byte[] write(Parameters parameters);
}
