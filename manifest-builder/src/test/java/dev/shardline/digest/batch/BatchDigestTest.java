package dev.shardline.digest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.digest.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchDigestTest {
  private static final byte[] BYTES = new byte[1 << 16];

  static {
    new Random(1).nextBytes(BYTES);
  }

  static Stream<BatchDigest> everyWay() {
    return LaneSupport.isAvailable()
        ? Stream.of(BatchDigest.create(0), new LaneDigest())
        : Stream.of(BatchDigest.create(0), BatchDigest.create(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void digestsAreThoseOfThePlatformForEveryLength(BatchDigest digests) {
    for (int first = 0; first < 600; first += 16) {
      int from = first;
      agrees(digests, IntStream.range(0, 16).mapToObj(i -> region(i * 7, from + i)).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void digestsAreThoseOfThePlatformForRaggedSetsOfAnySize(BatchDigest digests) {
    Random random = new Random(2);
    for (int round = 0; round < 300; round++) {
      int longest = 1 << random.nextInt(15);
      agrees(
          digests,
          IntStream.range(0, random.nextInt(50))
              .mapToObj(_ -> region(random.nextInt(BYTES.length / 2), random.nextInt(longest)))
              .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void oneLongMessageAmongShortOnesIsDigestedAsWell(BatchDigest digests) {
    agrees(
        digests,
        Stream.concat(
                Stream.of(Region.of(BYTES)),
                IntStream.range(0, 40).mapToObj(length -> region(3, length)))
            .toList());
  }

  /// FIPS 180-2, appendix B, and the empty message.
  @ParameterizedTest
  @MethodSource("everyWay")
  void digestsAreThoseOfTheStandard(BatchDigest digests) {
    List<Region> messages =
        Stream.of("abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "")
            .flatMap(text -> Stream.generate(() -> text).limit(6))
            .map(text -> Region.of(text.getBytes(StandardCharsets.US_ASCII)))
            .toList();
    assertThat(digests.digest(messages))
        .extracting(Digest::hex)
        .containsExactlyElementsOf(
            Stream.of(
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                .flatMap(hex -> Stream.generate(() -> hex).limit(6))
                .toList());
  }

  @Test
  void aRegionLiesInItsArray() {
    assertThatThrownBy(() -> new Region(new byte[4], 2, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void lanesAreForProcessorsWithWideVectorsAndNoInstructionsForTheDigest() {
    assertThat(LaneSupport.gains(Set.of("sse2", "avx2", "avx512f"))).isTrue();
    assertThat(LaneSupport.gains(Set.of("avx2", "avx512f", "sha_ni"))).isFalse();
    assertThat(LaneSupport.gains(Set.of("avx2"))).isFalse();
    assertThat(LaneSupport.gains(Set.of())).isFalse();
  }

  private static Region region(int offset, int length) {
    return new Region(BYTES, offset, length);
  }

  private static void agrees(BatchDigest digests, List<Region> messages) {
    assertThat(digests.digest(messages))
        .isEqualTo(messages.stream().map(BatchDigestTest::expected).toList());
  }

  private static Digest expected(Region message) {
    return Digest.of(
        Arrays.copyOfRange(message.bytes(), message.offset(), message.offset() + message.length()));
  }
}
