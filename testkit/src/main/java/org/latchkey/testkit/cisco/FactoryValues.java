package org.latchkey.testkit.cisco;

import java.util.HashMap;
import java.util.Map;

/** Values of parameters that steer provisioning, as from the factory. */
final class FactoryValues {
  private static final String BACK_OFF =
      "60,120,240,480,960,1920,3840,7680,15360,30720,61440,86400";

  private FactoryValues() {}

  static Map<String, String> of(Family family) {
    Map<String, String> values = new HashMap<>();
    values.put("Profile_Rule", family.factoryRule());
    values.put("Provision_Enable", "Yes");
    values.put("Resync_On_Reset", "Yes");
    values.put("Resync_Random_Delay", "2");
    values.put("Resync_Periodic", "3600");
    values.put("Resync_At_Random_Delay", "600");
    values.put("Resync_Error_Retry_Delay", family == Family.MPP ? BACK_OFF : "3600");
    values.put("Resync_Fails_On_FNF", "Yes");
    values.put("Resync_From_SIP", "Yes");
    values.put("Upgrade_Enable", "Yes");
    values.put("DHCP_Option_To_Use", dhcpOptions(family));
    values.put("HTTP_Report_Method", "POST");
    if (family.multiplatform()) {
      values.put("HTTP_User_Agent_Name", "$VERSION ($MA)");
      values.put("Profile_Authentication_Type", "Basic Http Authentication");
      values.put("Report_To_Server", "On Request");
      values.put("Periodic_Upload_To_Server", "3600");
      values.put("Upload_Delay_On_Local_Change", "60");
      values.put("PRT_Upload_Method", "POST");
    }
    return Map.copyOf(values);
  }

  private static String dhcpOptions(Family family) {
    return switch (family) {
      case POS -> "66,160,159,150";
      case ATA1 -> "66"; // knows no other, and has no parameter for it
      default -> "66,160,159,150,60,43,125";
    };
  }
}
