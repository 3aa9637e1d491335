package dev.shardline.audit;

import dev.shardline.digest.Digest;
import java.math.BigInteger;
import java.util.Objects;

/// A digest of a collection of texts that does not depend on their order: the sum of their SHA-256
/// values modulo 2^256, and their number. Lets two files of any length be compared in constant
/// memory.
final class MultisetDigest {
  private static final int HEXADECIMAL = 16;
  private static final BigInteger MASK = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  private BigInteger sum = BigInteger.ZERO;
  private long count;

  void add(String text) {
    sum = sum.add(new BigInteger(Digest.of(text).hex(), HEXADECIMAL)).and(MASK);
    count++;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MultisetDigest that && sum.equals(that.sum) && count == that.count;
  }

  @Override
  public int hashCode() {
    return Objects.hash(sum, count);
  }

  @Override
  public String toString() {
    return "%d entries (sum %s)".formatted(count, sum.toString(HEXADECIMAL));
  }
}
