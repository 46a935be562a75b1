package org.latchkey.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Layer;
import org.latchkey.config.Settings;
import org.latchkey.device.Device;
import org.latchkey.device.LineKey;

/**
 * The remarks that every brand with tables has to make.
 *
 * @since 1.0
 */
public final class Remarks {
  private Remarks() {}

  /**
   * What layers say and a phone cannot be told.
   *
   * @param names the settings, such as {@link org.latchkey.config.SettingTable#unsaid} lists them
   * @param settings what holds for the phone
   * @return a remark for each of them
   */
  public static List<Remark> unsaid(List<String> names, Settings settings) {
    return names.stream()
        .map(
            name ->
                new Remark(
                    name,
                    settings.get(name).origin(),
                    "this model or its firmware has no word for it"))
        .toList();
  }

  /**
   * Texts that are shown otherwise than they were entered.
   *
   * @param device the device
   * @param shown what becomes of a text that the grammar cannot carry
   * @return a remark for each text that becomes another
   */
  public static List<Remark> replaced(Device device, UnaryOperator<String> shown) {
    List<Remark> remarks = new ArrayList<>();
    for (int i = 0; i < device.lines().size(); i++) {
      String line = "lines[" + i + "].";
      compare(remarks, line + "label", device.lines().get(i).label(), shown);
      compare(remarks, line + "displayName", device.lines().get(i).displayName(), shown);
    }
    List<LineKey> keys = device.keys();
    for (int i = 0; i < keys.size(); i++) {
      compare(remarks, "keys[" + i + "].label", keys.get(i).label(), shown);
    }
    return remarks;
  }

  private static void compare(
      List<Remark> remarks, String path, String text, UnaryOperator<String> shown) {
    String other = shown.apply(text);
    if (!other.equals(text)) {
      remarks.add(new Remark(path, Layer.DEVICE, "shown as \"" + other + "\""));
    }
  }
}
