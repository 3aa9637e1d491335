package dev.shardline.volume.gzip;

import static dev.shardline.volume.gzip.GzipFiles.concat;
import static dev.shardline.volume.gzip.GzipFiles.gzip;
import static dev.shardline.volume.gzip.GzipFiles.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.shardline.failure.MalformedDataException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/// Native help changes nothing but the time: every file gives the same bytes, or the same failure.
class HelpedFlowTest {
  private static final int HEADER = 352;
  private static final long LIMIT = 64 << 20;

  /// All the help there is: a stand-in everywhere, and the library where this machine has it.
  private static List<WholeInflater> helps() {
    return Libdeflate.load(LIMIT).isPresent()
        ? List.of(new JdkInflater(), Libdeflate.load(LIMIT).orElseThrow())
        : List.of(new JdkInflater());
  }

  /// What comes of a file: its bytes, or how reading failed and how far it came.
  private static String outcome(ByteFlow flow, long expected) {
    byte[] header = new byte[HEADER];
    try (flow) {
      int count = Math.max(0, flow.read(header, 0, HEADER));
      flow.expect(expected);
      byte[] all = concat(Arrays.copyOf(header, count), GzipFiles.readAll(flow));
      return "%d bytes, hash %08x".formatted(flow.position(), Arrays.hashCode(all));
    } catch (MalformedDataException e) {
      return e.getMessage() + " at " + flow.position();
    }
  }

  private static void assertSame(WholeInflater help, byte[] file, long expected) {
    String own = outcome(new GzipFlow(MemorySegment.ofArray(file)), expected);
    assertThat(outcome(new HelpedFlow(MemorySegment.ofArray(file), help), expected)).isEqualTo(own);
    assertThat(outcome(new HelpedFlow(outside(file), help), expected)).isEqualTo(own);
  }

  /// A file outside the heap.
  private static MemorySegment outside(byte[] file) {
    return Arena.ofAuto()
        .allocate(Math.max(1, file.length))
        .asSlice(0, file.length)
        .copyFrom(MemorySegment.ofArray(file));
  }

  @Test
  void givesTheSameBytesForEveryKindLevelAndStrategy() {
    for (WholeInflater help : helps()) {
      for (int kind = 0; kind < GzipFiles.KINDS; kind++) {
        byte[] data = sample(kind, 200_000);
        for (int level : new int[] {0, 1, 6, 9}) {
          for (int strategy : new int[] {0, Deflater.FILTERED, Deflater.HUFFMAN_ONLY}) {
            assertSame(help, gzip(data, level, strategy), data.length);
          }
        }
      }
    }
  }

  @Test
  void givesTheSameForShortFilesOfEveryLength() {
    for (WholeInflater help : helps()) {
      for (int length = 0; length < 500; length++) {
        assertSame(help, gzip(sample(length % GzipFiles.KINDS, length), 6, 0), length);
      }
    }
  }

  @Test
  void givesTheSameWhetherTooMuchOrTooLittleIsExpected() {
    byte[] file = gzip(sample(1, 300_000), 6, 0);
    for (WholeInflater help : helps()) {
      for (long expected : new long[] {0, 1, 351, 299_999, 300_000, 300_001, 2_000_000, 1L << 40}) {
        assertSame(help, file, expected);
      }
    }
  }

  @Test
  void givesTheSameForMembersPaddingAndGarbage() {
    byte[] one = gzip(sample(1, 50_000), 6, 0);
    for (WholeInflater help : helps()) {
      assertSame(help, concat(one, one), 100_000);
      assertSame(help, concat(one, new byte[512]), 50_000);
      assertSame(help, concat(one, new byte[] {0, 0, 7}), 50_000);
      assertSame(help, concat(one, new byte[] {7}), 50_000);
      assertSame(help, concat(one, Arrays.copyOf(one, 11)), 50_000);
    }
  }

  @Test
  void failsTheSameOnEveryTruncation() {
    byte[] file = gzip(sample(1, 2_000), 6, 0);
    for (WholeInflater help : helps()) {
      for (int length = 2; length < file.length; length++) {
        assertSame(help, Arrays.copyOf(file, length), 2_000);
      }
    }
  }

  @Test
  void failsTheSameOnWrongChecksumsAndLengths() {
    byte[] file = gzip(sample(1, 2_000), 6, 0);
    for (WholeInflater help : helps()) {
      for (int back = 1; back <= 8; back++) {
        byte[] wrong = file.clone();
        wrong[file.length - back] ^= 16;
        assertSame(help, wrong, 2_000);
      }
    }
  }

  @Test
  void givesTheSameOrFailsTheSameOnCorruptedFiles() {
    Random random = new Random(19);
    byte[] file = gzip(sample(1, 4_000), 6, 0);
    for (WholeInflater help : helps()) {
      for (int i = 0; i < 3_000; i++) {
        byte[] broken = file.clone();
        for (int flips = random.nextInt(3); flips >= 0; flips--) {
          broken[2 + random.nextInt(broken.length - 2)] ^= (byte) (1 << random.nextInt(8));
        }
        assertSame(help, broken, 4_000);
      }
    }
  }

  @Test
  void readsWithHelpWhatHelpGives() {
    JdkInflater help = new JdkInflater();
    byte[] data = sample(1, 100_000);

    assertSame(help, gzip(data, 6, 0), data.length);
    assertSame(help, gzip(data, 6, 0), data.length - 1);

    assertThat(help.given).containsExactly(true, true, false, false);
    assertThat(help.open).as("borrowed and not given back").isZero();
  }

  @Test
  void theLibraryInflatesWholeFilesAndDeclinesAllOthers() {
    assumeThat(Libdeflate.isThere()).as("skipped: no libdeflate").isTrue();
    Libdeflate help = Libdeflate.load(LIMIT).orElseThrow();
    byte[] data = sample(1, 100_000);
    byte[] file = gzip(data, 6, 0);

    try (InflatedBytes inflated = help.inflate(outside(file), data.length).orElseThrow()) {
      byte[] bytes = new byte[data.length];
      inflated.copy(0, bytes, 0, bytes.length);
      assertThat(bytes).isEqualTo(data);
    }
    assertThat(help.inflate(outside(concat(file, new byte[3])), data.length)).isPresent();
    assertThat(help.inflate(outside(concat(file, file)), 200_000)).isEmpty();
    assertThat(help.inflate(outside(Arrays.copyOf(file, file.length - 1)), data.length)).isEmpty();
    assertThat(help.inflate(outside(gzip(new byte[10_000_000], 6, 0)), 1_000)).isEmpty();
    assertThat(help.inflate(MemorySegment.ofArray(file), LIMIT)).as("beyond the limit").isEmpty();
  }

  @Test
  void whatIsKeptStaysUntilItsKeeperGivesItBack() throws Exception {
    assumeThat(Libdeflate.isThere()).as("skipped: no libdeflate").isTrue();
    byte[] data = sample(1, 100_000);
    Libdeflate help = Libdeflate.load(LIMIT).orElseThrow();
    List<Runnable> kept = new ArrayList<>();
    byte[] header = new byte[HEADER];
    MemorySegment rest;
    try (ByteFlow flow = new HelpedFlow(outside(gzip(data, 6, 0)), help)) {
      assertThat(flow.keep(10, kept::add)).as("before it is inflated").isEmpty();
      assertThat(flow.read(header, 0, HEADER)).isEqualTo(HEADER);
      flow.expect(data.length);
      assertThat(flow.keep(data.length, kept::add)).as("more than there is").isEmpty();
      rest = flow.keep(data.length - HEADER - 7, kept::add).orElseThrow();
      assertThat(GzipFiles.readAll(flow))
          .isEqualTo(Arrays.copyOfRange(data, data.length - 7, data.length));
    }

    assertThat(rest.toArray(ValueLayout.JAVA_BYTE))
        .isEqualTo(Arrays.copyOfRange(data, HEADER, data.length - 7));
    InflatedBytes other = help.inflate(outside(gzip(new byte[90_000], 6, 0)), 90_000).orElseThrow();
    assertThat(rest.get(ValueLayout.JAVA_BYTE, 5)).isEqualTo(data[HEADER + 5]);
    other.close();
    kept.getFirst().run();
    assertThat(kept).hasSize(1);
    assertThatThrownBy(() -> rest.get(ValueLayout.JAVA_BYTE, 5))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void spacesAreUsedAgainAndStayWithinTheirLimit() {
    InflateSpaces spaces = new InflateSpaces(20 << 20, () -> InflateSpace.none(MemorySegment.NULL));

    InflateSpace first = spaces.borrow(1 << 20, 5 << 20).orElseThrow();
    assertThat(spaces.heldBytes()).isEqualTo(12 << 20);
    assertThat(spaces.borrow(5 << 20, 1 << 20)).as("beyond the limit").isEmpty();
    spaces.giveBack(first);
    assertThat(spaces.borrow(2 << 20, 8 << 20).orElseThrow()).isEqualTo(first);
    assertThat(spaces.borrow(1 << 20, 1 << 20)).isPresent();
    assertThat(spaces.heldBytes()).isEqualTo(20 << 20);
  }
}
