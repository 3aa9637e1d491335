package dev.shardline.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.digest.Digest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lossy codestreams that OpenJPEG 2.5 wrote, held to the values that pylibjpeg-openjpeg 2.6 and
/// `opj_decompress` read from them.
class LossyJpeg2000Test {
  /// 12 bits, signed.
  private static final String SIGNED_12_BITS =
      """
      /0//UQApAAAAAAAlAAAAKAAAAAAAAAAAAAAAJQAAACgAAAAAAAAAAAABiwEB/1IADAAAAAEAAwQEAAD/XAAXQoc4h1
      CHUIdocAVwBXBHd9N303di/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAA+wAB
      /5P+AgAHZCDO+AmhC6x7IA2002FV13gPNrESgtf+cPrPWPWgEezgqTnP2B/k44uMObZSQFYEmSiw/zUFYRcFReBzmC
      744c93l5ABNFpQ2I7wwsSJNCJYvpIlcN+gRQQCzK74FlfbHoaTVRLkUu677a86NtsX3IHObROGkwh3xLG+pnC+Sb4I
      7gsAIlR7ABnGatsbU360gKauT+gP0jZDVCWlo3AvzhDhqILSLbGtwbeU4HlLJNGEn3GLZDHc1r1+raTWgmogugpPN5
      hB7gtUyAYOwgEaQXHIV+o4wRNTL5NDiXrybtv24TuNEqOQefn/2Q==
      """;

  /// 8 bits, from column 3 and row 5 of its grid.
  private static final String OFFSET_8_BITS =
      """
      /0//UQApAAAAAAApAAAALgAAAAMAAAAFAAAAKQAAAC4AAAAAAAAAAAABBwEB/1IADAAAAAEAAgQEAAD/XAARQl9SUA
      VQBVBHV9NX01di/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAAtAAB/5PHxMwI
      vffjf36sV8eop8IPDL3rrss9MKLcQecKpfkM5D2I4VIqV6mhk3pNc0pG1ZghtOo48h6jzIAU46AmT8nDEnjzIdjKEX
      GZwSHaMwYNeHCqw7cQzYVIXOY/s3R3fsHrNz/nSkVAy9z18WGI1cXRGE3sAerbnrGIU3s1qI37bA5Ren3NAVDdoXaR
      KT4cRzSKbb4hCnkjcFnPmNrxA9aUUIGWI/nn/9k=
      """;

  /// 10 bits, nine tiles.
  private static final String TILES_10_BITS =
      """
      /0//UQApAAAAAAAjAAAAIQAAAAAAAAAAAAAAEQAAAA8AAAAAAAAAAAABCQEB/1IADAAAAAEAAQQEAAD/XAALQlgkZ9
      Nn02di/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAAQQAB/5P8sBQsnuixRFiy
      JFaIZJ6ifDzmVzWPNL/m9SADjxNdvSgXUgsQ0d2eNr4rCFwO43XHdr3/kAAKAAEAAAA7AAH/k/ygD86Fj+QB8V7vGE
      WBb9GvB8pfVc74zUAmB6+7Qv9wIQOvy/YKNeU2y6uPJ/+QAAoAAgAAACwAAf+T/yhoFG2KqPAnQw5x6Bc47/8QWAnu
      5Dr5Dw5R60FH/5AACgADAAAAOQAB/5P8qAlsThwMVt1WBE3GxE/uAsKe6bvuML5IahBrRgk//IR6rUWAXTudTMSs/5
      AACgAEAAAAQgAB/5P8eBmH1tXAv+bJxrfLdXAYbufN5SAafe4U9DPCGx7CuWkADyp6hraKL8nfiKReSTIs0/yH/5AA
      CgAFAAAALAAB/5P/KGAbcQpHmJVcDXV2V0/+wMATgQKnd9UXrjvrxHb/kAAKAAYAAAArAAH/k/4CgAN+PuLAWAQ0S9
      HxsXEADfDNCvRDD40O2zWz/5AACgAHAAAAKwAB/5P+AgAKw3vvIaJhrfF4nwoDFb2SygLcb8wRgFH8+v+QAAoACAAA
      AB4AAf+T/3iwKAt1Ll1f/3hQGAgif//Z
      """;

  /// 12 bits, coefficients scaled up as a region of interest.
  private static final String REGION_12_BITS =
      """
      /0//UQApAAAAAAAgAAAAIAAAAAAAAAAAAAAAIAAAACAAAAAAAAAAAAABCwEB/1IADAAAAAEAAgQEAAD/XAARQn9ScA
      VwBXBHd9N303di/14ABQAABv9kACUAAUNyZWF0ZWQgYnkgT3BlbkpQRUcgdmVyc2lvbiAyLjUuMP+QAAoAAAAAAQ0A
      Af+T/gZACXGAXFKtRGcmWMW4wjPTidEJkXPWAZyU7fpXqXOAIZ/4O8VK6V61lwOky0VlCWccqzVNKddG5sZL4C0jzP
      1x0IMNaPd8en0B+av3QvdBK9MFGf596a+HyRmai6S6MvsSqku+CzlrG8SoMYrO6oUpvqVnUbM8zcwciyTIf89S2OZo
      NLjYSBnAeMsd8H0V83XPwahZhWWgzbvG2Xq0DUK8Wg7i+fmaZtGabqVqr3ZlZCSVi7d1PmKRIL0uHRiegbhCWt3Ltb
      JqivZJFKQLxNPWOlWJu5f47ZEq7YysLEritP4lz/bOMUAoucqmsKfSwb7k/LgU1vUb1G8Kfkcv/9k=
      """;

  /// @param digest the first half of the SHA-256 of the values as little-endian 32-bit integers
  @ParameterizedTest
  @CsvSource({
    "SIGNED_12_BITS, 40, 37, 41e28fef71eb60d6faf502e9b9ec1fe8",
    "OFFSET_8_BITS, 41, 38, a93ef57724f88380a47f43d7cc270950",
    "TILES_10_BITS, 33, 35, ebbf7cda04be859266786f0fc368562c",
    "REGION_12_BITS, 32, 32, f5353f398c2421f0ca285aa44302ab01"
  })
  void valuesAreOpenJpegs(String name, int rows, int columns, String digest) throws Exception {
    int[] values = Jpeg2000.decode(file(name), rows, columns);

    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    assertThat(Digest.of(bytes.array()).hex()).startsWith(digest);
  }

  private static byte[] file(String name) {
    String text =
        switch (name) {
          case "SIGNED_12_BITS" -> SIGNED_12_BITS;
          case "OFFSET_8_BITS" -> OFFSET_8_BITS;
          case "TILES_10_BITS" -> TILES_10_BITS;
          case "REGION_12_BITS" -> REGION_12_BITS;
          default -> throw new IllegalArgumentException(name);
        };
    return Base64.getMimeDecoder().decode(text);
  }
}
