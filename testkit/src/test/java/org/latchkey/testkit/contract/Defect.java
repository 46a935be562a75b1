package org.latchkey.testkit.contract;

import java.util.Set;

/** What can be wrong with a brand, and the laws that find it. */
enum Defect {
  NONE,
  ID_IN_CAPITALS("id_isLowerCase"),
  DEVICE_OF_ANOTHER_BRAND("devices_haveLinesAndKnownModels"),
  COUNTS_ITS_FILES(
      "write_sameInputsTwice_sameBytes",
      "write_inAnotherLocaleAndTimeZone_sameBytes",
      "reserved_everyParameter_isOutOfReachOfOverrides",
      "hostileName_ofAnOverride_isRefusedOrOneName"),
  NUMBERS_AS_PEOPLE_WRITE_THEM("write_inAnotherLocaleAndTimeZone_sameBytes"),
  NO_URL_BEFORE_THE_PROOF(
      "deviceFile_provenOrNot_holdsUrlAndCredential",
      "everyModel_firstBootAndProven_holdsUrlAndCredential"),
  DROPS_THE_CREDENTIAL_OF_A_MODEL("everyModel_firstBootAndProven_holdsUrlAndCredential"),
  ROLES_DISAGREE(
      "bootSequence_everyFile_hasTheRoleOfItsRecogniser",
      "everyModel_firstBootAndProven_holdsUrlAndCredential"),
  TRIPS_OVER_NAMES_WITHOUT_MAC("recogniser_anyName_hasARoleOrNone"),
  CLAIMS_EVERY_PAGE("recogniser_ofNobodysPhone_isEmpty"),
  KNOWS_EVERY_HEADER("recogniser_ofNobodysPhone_isEmpty"),
  SHOWS_SECRET_OVERRIDES("secret_ofTheBrandsOwn_isOneAsAnOverrideToo"),
  SHOWS_LINE_PASSWORDS("preview_masked_holdsNoSecret"),
  REMEMBERS_THE_LAST_PHONE("commonAndPersonalFiles_neverHoldASecret"),
  SECRET_IN_A_PERSONAL_FILE("commonAndPersonalFiles_neverHoldASecret"),
  PHONE_BOOK_SAYS_A_SECRET("phoneBook_anyNames_holdsThemAndNoSecret"),
  PHONE_BOOK_SPLITS_NAMES("phoneBook_anyNames_holdsThemAndNoSecret"),
  STUB_SAYS_A_SECRET("stubAndNothing_ofEachFirstFile_sayNoMoreThanWasShown"),
  NOTHING_SAYS_THE_URL("stubAndNothing_ofEachFirstFile_sayNoMoreThanWasShown"),
  CLAIMS_THE_BARE_URL("recogniser_anyName_hasARoleOrNone"),
  WRITES_WHAT_NO_DICTIONARY_HAS("dictionary_everyParameterWritten_isKnown"),
  FORGETS_A_SETTING("setting_saidByALayer_isWrittenRefusedOrRemarkedUpon"),
  SAYS_ALWAYS_THE_SAME("setting_saidByALayer_isWrittenRefusedOrRemarkedUpon"),
  MAKES_NO_REMARKS("setting_saidByALayer_isWrittenRefusedOrRemarkedUpon"),
  NAMES_FIRMWARE_AT_ONCE(
      "deviceFile_beforeTheProof_namesNoFirmware",
      "firmware_everyNameThatBearsIt_waitsForTheProof"),
  NAMES_HANDSET_FIRMWARE_AT_ONCE("firmware_everyNameThatBearsIt_waitsForTheProof"),
  NAMES_FIRMWARE_IN_CAPITALS("firmware_everyNameThatBearsIt_waitsForTheProof"),
  WRITES_NOTES("hostileValue_inAnyField_isRefusedOrStaysAValue"),
  MAPS_WHAT_IS_RESERVED("map_ofAnyPhone_holdsNothingReserved"),
  WRITES_RESERVED_TWICE("reserved_inTheFile_comesLastAndAsItIs"),
  RESERVES_ONE_SPELLING("reserved_everyParameter_isOutOfReachOfOverrides"),
  GIVES_BACK_WHAT_WAS_SENT("withoutReserved_wholeConfigurationUploaded_keepsNothingReserved"),
  TRIPS_OVER_BYTES("withoutReserved_anyBytes_throwsNothing"),
  TAKES_ANY_VALUE(
      "hostileValue_inAnyField_isRefusedOrStaysAValue",
      "hostileValue_inAnyOverride_isRefusedOrStaysAValue"),
  TAKES_ANY_OVERRIDE("hostileValue_inAnyOverride_isRefusedOrStaysAValue"),
  SPLITS_A_SETTING("hostileValue_inAnySetting_isRefusedOrStaysAValue"),
  TAKES_ANY_NAME("hostileName_ofAnOverride_isRefusedOrOneName"),
  SPELLS_THE_URL_ANEW("hostileCredentialAndUrl_areRefusedOrComeOutAsTheyWentIn");

  private final String laws;

  Defect(String... laws) {
    this.laws = String.join(" ", laws);
  }

  Set<String> laws() {
    return laws.isEmpty() ? Set.of() : Set.of(laws.split(" ", -1));
  }
}
