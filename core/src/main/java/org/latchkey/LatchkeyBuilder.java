package org.latchkey;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.latchkey.admin.Administration;
import org.latchkey.auth.AuthorizationParser;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.auth.FailureLimits;
import org.latchkey.auth.NonceCounts;
import org.latchkey.auth.Nonces;
import org.latchkey.auth.Realm;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Brands;
import org.latchkey.brand.LikeModel;
import org.latchkey.error.InvalidValueException;
import org.latchkey.internal.AccessBook;
import org.latchkey.internal.Configurations;
import org.latchkey.internal.Failures;
import org.latchkey.internal.FileLinks;
import org.latchkey.internal.Guards;
import org.latchkey.internal.HarvestGuard;
import org.latchkey.internal.KeyedHash;
import org.latchkey.internal.Knocks;
import org.latchkey.internal.LayerBook;
import org.latchkey.internal.PhoneBooks;
import org.latchkey.internal.PhonePasswords;
import org.latchkey.internal.Recorder;
import org.latchkey.internal.SaveChecks;
import org.latchkey.internal.Setup;
import org.latchkey.internal.UploadShelf;
import org.latchkey.memory.MemoryEvents;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.memory.MemoryKnocks;
import org.latchkey.memory.MemoryLayers;
import org.latchkey.memory.MemoryPhoneBooks;
import org.latchkey.memory.MemoryUploads;
import org.latchkey.pass.HarvestPolicy;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.spi.CredentialStates;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.DeviceDirectory;
import org.latchkey.spi.EventLog;
import org.latchkey.spi.EventSink;
import org.latchkey.spi.FileSource;
import org.latchkey.spi.GlobalPasses;
import org.latchkey.spi.KnockStore;
import org.latchkey.spi.LayerSource;
import org.latchkey.spi.PhoneBookSource;
import org.latchkey.spi.PublicUrls;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadSink;

/**
 * Builds a {@link Latchkey}. Every setter checks its value at once. Not safe for use by several
 * threads; what it builds does not change any more.
 *
 * @since 1.0
 */
public final class LatchkeyBuilder {
  private static final int NONCES_REMEMBERED = 100_000;

  private final URI publicUrl;
  private final DeviceDirectory directory;
  private final CredentialStore credentials;
  private final Vault vault;
  private Vault lasting;
  private GlobalPasses passes = new MemoryGlobalPasses();
  private @Nullable Brands givenBrands;
  private List<LikeModel> models = List.of();
  private PublicUrls urls;
  private List<String> paths;
  private Optional<DeviceCatalogue> catalogue;
  private EventSink sink;
  private Optional<EventLog> log;
  private LayerSource layers = new MemoryLayers();
  private PhoneBookSource phoneBooks = new MemoryPhoneBooks();
  private UploadSink uploads = new MemoryUploads();
  private FileSource fileSource = FileSource.NONE;
  private UploadQuota quota = UploadQuota.DEFAULTS;
  private boolean acceptsOverrides;
  private PassPolicy policy = PassPolicy.DEFAULTS;
  private FailureLimits failureLimits = FailureLimits.DEFAULTS;
  private HarvestPolicy harvestPolicy = HarvestPolicy.DEFAULTS;
  private KnockStore knocks = new MemoryKnocks();
  private Realm realm = new Realm("provisioning");
  private Set<DigestAlgorithm> algorithms = EnumSet.of(DigestAlgorithm.MD5);
  private int mostRequests = 512;
  private Clock clock = Clock.systemUTC();
  private SecretSource secrets = new SecureRandom()::nextBytes;

  LatchkeyBuilder(
      URI publicUrl, DeviceDirectory directory, CredentialStore credentials, Vault vault) {
    this.publicUrl = checkUrl(publicUrl);
    this.directory = directory;
    this.credentials = credentials;
    this.vault = vault;
    this.lasting = vault;
    this.urls = owner -> this.publicUrl;
    this.paths = List.of(Mounts.pathOf(this.publicUrl));
    this.catalogue =
        directory instanceof DeviceCatalogue both ? Optional.of(both) : Optional.empty();
    MemoryEvents events = new MemoryEvents();
    this.sink = events;
    this.log = Optional.of(events);
  }

  /**
   * Sets the brands whose phones are served. There must be at least one.
   *
   * @param some the plug-ins
   * @return this builder
   */
  public LatchkeyBuilder brands(Brand... some) {
    givenBrands = new Brands(List.of(some));
    return this;
  }

  /**
   * Sets models that the brands' tables do not have yet.
   *
   * @param some the models, each with one that it is like
   * @return this builder
   */
  public LatchkeyBuilder models(List<LikeModel> some) {
    models = List.copyOf(some);
    return this;
  }

  /**
   * Sets the global passes. Without any, no phone can boot for the first time.
   *
   * @param some the passes
   * @return this builder
   */
  public LatchkeyBuilder globalPasses(GlobalPasses some) {
    passes = some;
    return this;
  }

  /**
   * Sets URLs that differ by owner.
   *
   * @param some the URLs; each is checked when it is used
   * @return this builder
   */
  public LatchkeyBuilder publicUrls(PublicUrls some) {
    urls = owner -> checkUrl(some.urlFor(owner));
    return this;
  }

  /**
   * Sets the paths at which requests arrive, where these are not the public URL's path: behind a
   * proxy that rewrites paths, or for adopted fleets that ask elsewhere.
   *
   * @param some absolute paths such as {@code /cfg}
   * @return this builder
   */
  public LatchkeyBuilder paths(String... some) {
    List<String> checked = new ArrayList<>();
    for (String path : some) {
      if (!path.startsWith("/") || path.length() < 2 || path.contains("//")) {
        throw InvalidValueException.of("path", "absolute and not the root, such as /cfg", path);
      }
      checked.add(Mounts.withoutSlash(path));
    }
    checked.sort(Comparator.comparingInt(String::length).reversed());
    paths = List.copyOf(checked);
    return this;
  }

  /**
   * Sets what lists devices. Not needed where the inventory does so itself.
   *
   * @param lister the catalogue
   * @return this builder
   */
  public LatchkeyBuilder catalogue(DeviceCatalogue lister) {
    catalogue = Optional.of(lister);
    return this;
  }

  /**
   * Sets where events go and, if they are found again there, from where.
   *
   * @param taker takes events
   * @param finder finds them
   * @return this builder
   */
  public LatchkeyBuilder events(EventSink taker, Optional<EventLog> finder) {
    sink = taker;
    log = finder;
    return this;
  }

  /**
   * Sets where what phones share is kept: entries by brand, model, reseller and domain. The default
   * forgets them when the process ends, and each node has its own.
   *
   * @param source the layers; if it is {@link org.latchkey.spi.EditableLayers}, management may
   *     change them
   * @return this builder
   */
  public LatchkeyBuilder layers(LayerSource source) {
    layers = source;
    return this;
  }

  /**
   * Sets where the phone books of domains are. The default forgets them when the process ends, and
   * each node has its own.
   *
   * @param source the phone books; if it is {@link org.latchkey.spi.EditablePhoneBooks}, management
   *     may change them
   * @return this builder
   */
  public LatchkeyBuilder phoneBooks(PhoneBookSource source) {
    phoneBooks = source;
    return this;
  }

  /**
   * Sets where what phones send is kept: contacts, logs and, if they are accepted, overrides. The
   * default forgets it when the process ends, and each node has its own.
   *
   * @param sink the store; contents reach it sealed only
   * @param most how much may be stored
   * @return this builder
   */
  public LatchkeyBuilder uploads(UploadSink sink, UploadQuota most) {
    uploads = sink;
    quota = most;
    return this;
  }

  /**
   * Sets what the passwords of phones' own menus and the links to files are worked out from. The
   * default is the vault's current key: then a change of that key changes them too, which phones
   * learn when they come the next time, and links that they hold lead nowhere until then.
   *
   * @param bytes 32 unpredictable bytes, the same on all nodes and under every vault key; they are
   *     copied
   * @return this builder
   * @throws InvalidValueException if they are not 32
   */
  public LatchkeyBuilder seed(byte[] bytes) {
    lasting = Vault.ofKey(bytes);
    return this;
  }

  /**
   * Sets where firmware, ring tones and language packs are. The default has none: then phones need
   * another server for them.
   *
   * @param source the files; they are no secret
   * @return this builder
   */
  public LatchkeyBuilder files(FileSource source) {
    fileSource = source;
    return this;
  }

  /**
   * Sets whether phones may keep the settings that their users have changed here, and get them back
   * without the reserved ones. Unless it is set they are answered as if it were done, and dropped:
   * such settings are above those of the configuration, and nobody but the phone has checked them.
   *
   * @param accept true to take them, false to drop them and to give back none
   * @return this builder
   */
  public LatchkeyBuilder acceptOverrides(boolean accept) {
    acceptsOverrides = accept;
    return this;
  }

  /**
   * Sets the numbers of the state machine.
   *
   * @param numbers the policy
   * @return this builder
   */
  public LatchkeyBuilder policy(PassPolicy numbers) {
    policy = numbers;
    return this;
  }

  /**
   * Sets how many failed proofs are borne.
   *
   * @param numbers the limits
   * @return this builder
   */
  public LatchkeyBuilder failureLimits(FailureLimits numbers) {
    failureLimits = numbers;
    return this;
  }

  /**
   * Sets when a source that tries a global pass on many devices is suspect.
   *
   * @param numbers the policy
   * @return this builder
   */
  public LatchkeyBuilder harvestPolicy(HarvestPolicy numbers) {
    harvestPolicy = numbers;
    return this;
  }

  /**
   * Sets where phones that knock are kept.
   *
   * @param store the store
   * @return this builder
   */
  public LatchkeyBuilder knocks(KnockStore store) {
    knocks = store;
    return this;
  }

  /**
   * Sets the realm of challenges. Changing it later costs every phone one more request.
   *
   * @param name the realm
   * @return this builder
   */
  public LatchkeyBuilder realm(Realm name) {
    realm = name;
    return this;
  }

  /**
   * Sets the Digest algorithms to offer and accept. MD5 is always one, and always the first.
   *
   * @param some the algorithms
   * @return this builder
   */
  public LatchkeyBuilder digestAlgorithms(Set<DigestAlgorithm> some) {
    algorithms = EnumSet.of(DigestAlgorithm.MD5);
    algorithms.addAll(some);
    return this;
  }

  /**
   * Sets how many requests may be worked on at once; the others are answered by 503.
   *
   * @param most at least 1
   * @return this builder
   */
  public LatchkeyBuilder mostRequests(int most) {
    if (most < 1) {
      throw InvalidValueException.of("mostRequests", "at least 1", most);
    }
    mostRequests = most;
    return this;
  }

  /**
   * Sets where the present comes from.
   *
   * @param present a clock
   * @return this builder
   */
  public LatchkeyBuilder clock(Clock present) {
    clock = present;
    return this;
  }

  /**
   * Sets where randomness comes from.
   *
   * @param source unpredictable unless in tests
   * @return this builder
   */
  public LatchkeyBuilder secrets(SecretSource source) {
    secrets = source;
    return this;
  }

  /**
   * Builds the instance.
   *
   * @return a Latchkey
   * @throws InvalidValueException if no brand was given, or a model is like none that there is
   */
  public Latchkey build() {
    if (givenBrands == null) {
      throw InvalidValueException.of("brands", "given", "none");
    }
    Brands brands = givenBrands.with(models);
    AccessBook book = new AccessBook(credentials, vault, secrets);
    KeyedHash hash = new KeyedHash(secrets);
    Recorder recorder = new Recorder(sink, clock, hash);
    Guards guards =
        new Guards(
            new Failures(failureLimits, hash, clock),
            new HarvestGuard(harvestPolicy, hash, clock),
            new Knocks(knocks, clock));
    Map<String, PassPolicy> policies = Setup.policies(brands, policy);
    LayerBook layerBook = new LayerBook(layers, clock);
    PhonePasswords passwords = new PhonePasswords(lasting.subKey(PhonePasswords.USE));
    PhoneBooks books = new PhoneBooks(phoneBooks, clock);
    FileLinks links = new FileLinks(publicUrl, lasting.subKey(FileLinks.USE));
    Configurations configurations =
        new Configurations(brands, urls, passwords, layerBook, books, links);
    Setup setup =
        new Setup(
            brands,
            directory,
            book,
            credentials instanceof CredentialStates states ? Optional.of(states) : Optional.empty(),
            passes,
            configurations,
            layerBook,
            books,
            new SaveChecks(brands, configurations),
            new UploadShelf(uploads, quota, vault, secrets),
            links,
            policies,
            recorder,
            guards,
            log,
            secrets,
            clock);
    Nonces nonces = new Nonces(vault.subKey("digest nonce"), secrets);
    Answer answer =
        new Answer(new Challenge(realm, new LinkedHashSet<>(algorithms), nonces, clock));
    Verify verify = new Verify(setup, realm, nonces, new NonceCounts(NONCES_REMEMBERED));
    Render render = new Render(setup);
    Books phoneBook = new Books(setup, verify, render, answer);
    Files files = new Files(fileSource, setup.links(), answer);
    Exchange exchange =
        new Exchange(
            verify,
            new Permit(setup),
            new FirstFiles(setup, publicUrl),
            render,
            new Settle(book),
            new Uploads(setup, acceptsOverrides, answer),
            files,
            phoneBook,
            answer,
            recorder,
            guards.harvest());
    return new Latchkey(
        new Mounts(Mounts.pathOf(publicUrl), paths),
        new AuthorizationParser(algorithms),
        new Locate(brands),
        new Admit(mostRequests, guards.failures(), recorder, brands),
        verify,
        render,
        files,
        phoneBook,
        exchange,
        answer,
        recorder,
        guards.knocks(),
        new Administration(setup, catalogue, layers, phoneBooks));
  }

  /** The provisioning URL, ending in a slash so that phones join file names rightly. */
  private static URI checkUrl(URI url) {
    boolean good =
        ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
            && url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.toASCIIString().length() <= 255
            && Mounts.pathOf(url).length() > 1;
    if (!good) {
      throw InvalidValueException.of(
          "publicUrl",
          "an http or https URL with a path, without user, query and fragment, such as"
              + " https://prov.example/cfg/",
          url);
    }
    String text = url.toASCIIString();
    return text.endsWith("/") ? url : URI.create(text + "/");
  }
}
