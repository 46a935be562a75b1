package org.latchkey.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.latchkey.testkit.cisco.CiscoModel;
import org.latchkey.testkit.grandstream.GrandstreamKind;
import org.latchkey.testkit.panasonic.Kind;
import org.latchkey.testkit.polycom.Generation;

/**
 * A kind of simulated phones besides that of each brand to which the matrix is told every day. Any
 * constant that the simulators gain is one, and fails until its model is said here.
 *
 * @param brand the brand's id
 * @param kind what its simulator is told to be
 * @param model the model that is entered in the inventory
 */
record MatrixKind(String brand, Enum<?> kind, String model) {
  /** Simulated phones of Yealink's are all of one kind, with habits. */
  enum YealinkHabit {
    /** Its header does not name the MAC. */
    NO_MAC_IN_HEADER
  }

  /** C620 is of the C series, with another name in its paths. */
  enum SnomModel {
    C620
  }

  /** The kinds to which the classes of the brands tell all walks, and those that show nothing. */
  private static final Set<Enum<?>> NOT_HERE =
      Set.of(
          CiscoModel.CP_8851,
          CiscoModel.SPA942,
          GrandstreamKind.HT802,
          Kind.HDV230,
          Generation.VVX,
          org.latchkey.testkit.snom.Generation.D_SERIES,
          org.latchkey.testkit.snom.Generation.M_SERIES);

  static List<MatrixKind> all() {
    return Stream.of(
            YealinkHabit.values(),
            Generation.values(),
            org.latchkey.testkit.snom.Generation.values(),
            SnomModel.values(),
            GrandstreamKind.values(),
            Kind.values(),
            CiscoModel.values())
        .flatMap(Arrays::<Enum<?>>stream)
        .filter(kind -> !NOT_HERE.contains(kind))
        .map(MatrixKind::of)
        .toList();
  }

  private static MatrixKind of(Enum<?> kind) {
    if (kind instanceof YealinkHabit) {
      return new MatrixKind("yealink", kind, "T46S");
    }
    if (kind instanceof Generation generation) {
      return new MatrixKind("polycom", kind, polycom(generation));
    }
    if (kind instanceof org.latchkey.testkit.snom.Generation generation) {
      return new MatrixKind("snom", kind, snom(generation));
    }
    if (kind instanceof SnomModel) {
      return new MatrixKind("snom", kind, kind.name());
    }
    if (kind instanceof GrandstreamKind grandstream) {
      return new MatrixKind("grandstream", kind, grandstream(grandstream));
    }
    return kind instanceof Kind
        ? new MatrixKind("panasonic", kind, "KX-" + kind.name())
        : new MatrixKind("cisco", kind, cisco((CiscoModel) kind));
  }

  private static String polycom(Generation generation) {
    return switch (generation) {
      case SOUNDPOINT_SIP3 -> "SPIP331";
      case SOUNDPOINT_UCS4 -> "SPIP550";
      case VVX -> "VVX500";
      case TRIO -> "TRIO8500";
      case CCX -> "CCX500";
      case EDGE -> "EDGEE350";
    };
  }

  private static String snom(org.latchkey.testkit.snom.Generation generation) {
    return switch (generation) {
      case SNOM_7XX_OLD -> "720";
      case SNOM_7XX -> "710";
      case D_SERIES -> "D785";
      case M_SERIES -> "M900";
      case C_SERIES -> "C520-WiMi";
    };
  }

  private static String grandstream(GrandstreamKind kind) {
    return switch (kind) {
      case HT802 -> "HT802";
      case HT80X_V2 -> "HT802V2";
      case GXP21XX -> "GXP2170";
      case GXP_XML_FIRST -> "GXP2130";
      case GRP26XX -> "GRP2614";
      case GRP2601W -> "GRP2601W";
      case GHP6XX -> "GHP621";
      case GXW42XX -> "GXW4248";
      case WP8XX -> "WP826";
    };
  }

  private static String cisco(CiscoModel kind) {
    return switch (kind) {
      case CP_8851, CP_8851_11 -> "CP-8851-3PCC";
      case CP_7841 -> "CP-7841-3PCC";
      case CP_6841 -> "CP-6841-3PCC";
      case DP_9851 -> "9851";
      case VP_8875 -> "8875";
      default -> kind.name();
    };
  }

  /** Whether the vendor's redirect service is asked; else somebody types the address. */
  boolean asksRedirect() {
    return !brand.equals("cisco") || Set.of("CP", "DP", "VP").contains(kind.name().substring(0, 2));
  }

  /** Brand, model, and where the model does not tell it, the kind. */
  String title() {
    String name = brand.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + brand.substring(1);
    String title = name + " " + model;
    return Optional.of(kind)
        .filter(k -> k instanceof YealinkHabit || k == CiscoModel.CP_8851_11)
        .map(k -> title + ", " + k.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
        .orElse(title);
  }

  @Override
  public String toString() {
    return title();
  }
}
