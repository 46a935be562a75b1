package org.latchkey.brand.cisco;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;

/** The names of parameters, and which families know which spelling of them. */
final class CiscoNames {
  private static final String RESOURCE = "parameter-names.txt";
  private static final Pattern INDEX = Pattern.compile("(?<=_)[0-9]+(?=_|$)");

  /** All that phones of any family are known to have. */
  static final KeyDictionary DICTIONARY =
      KeyDictionary.read(
          RESOURCE, CiscoNames.class.getResourceAsStream(RESOURCE), CiscoNames::form);

  private static final Map<String, Set<String>> FAMILIES = families();

  private CiscoNames() {}

  /** A name with every index between underscores as {@code N}. */
  static String form(String name) {
    return INDEX.matcher(name).replaceAll("N");
  }

  /** Whether phones of a model's family may know a name; which no list holds, all may know. */
  static boolean speaks(Model model, String name) {
    String family = CiscoModels.family(model);
    if (name.startsWith(CiscoGrammar.ROUTER)) {
      return family.startsWith("ata");
    }
    Set<String> known = FAMILIES.get(form(name));
    return known == null || known.contains(family);
  }

  private static Map<String, Set<String>> families() {
    Map<String, Set<String>> families = new HashMap<>();
    for (List<String> row : CiscoTable.rows("spellings.txt")) {
      for (String name : CiscoTable.words(row.get(1))) {
        families.computeIfAbsent(name, n -> new HashSet<>()).addAll(CiscoTable.words(row.get(0)));
      }
    }
    return Map.copyOf(families);
  }
}
