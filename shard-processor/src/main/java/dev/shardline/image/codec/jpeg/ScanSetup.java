package dev.shardline.image.codec.jpeg;

import java.util.Arrays;

/// The tables and parameters that a file sets before its scan (ITU-T T.81, annex B.2). Segment
/// lengths were checked when the header was read; contents are checked here.
final class ScanSetup {
  private static final int DEFINE_HUFFMAN = 0xC4;
  private static final int START_OF_SCAN = 0xDA;
  private static final int DEFINE_QUANTISATION = 0xDB;
  private static final int DEFINE_RESTART = 0xDD;
  private static final int LARGEST_DC_SIZE = 11;
  private static final int LARGEST_AC_SIZE = 15;

  private final byte[] file;
  private final int[][] quantisations = new int[4][];
  private final HuffmanTable[] dcTables = new HuffmanTable[4];
  private final HuffmanTable[] acTables = new HuffmanTable[4];
  private int restartInterval;
  private int scanHeader;

  private ScanSetup(byte[] file) {
    this.file = file;
  }

  /// Reads everything up to the first scan's data.
  static ScanSetup read(byte[] file) throws DeclinedException {
    ScanSetup setup = new ScanSetup(file);
    setup.walk();
    return setup;
  }

  private void walk() throws DeclinedException {
    int place = 2;
    while (true) {
      DeclinedException.unless(byteAt(place) == 0xFF, "no marker");
      int marker = byteAt(place + 1);
      if (marker == 0xFF) {
        place++;
        continue;
      }
      int content = place + 4;
      int end = place + 2 + (byteAt(place + 2) << 8 | byteAt(place + 3));
      if (marker == START_OF_SCAN) {
        scanHeader = content;
        return;
      }
      switch (marker) {
        case DEFINE_QUANTISATION -> quantisation(content, end);
        case DEFINE_HUFFMAN -> huffman(content, end);
        case DEFINE_RESTART -> restartInterval = byteAt(content) << 8 | byteAt(content + 1);
        default -> {}
      }
      place = end;
    }
  }

  private void quantisation(int start, int end) throws DeclinedException {
    for (int place = start; place < end; place += 65) {
      DeclinedException.unless(byteAt(place) < 4, "16-bit quantisation");
      int[] table = new int[64];
      for (int i = 0; i < 64; i++) {
        table[i] = byteAt(place + 1 + i);
      }
      quantisations[byteAt(place)] = table;
    }
  }

  private void huffman(int start, int end) throws DeclinedException {
    int place = start;
    while (place < end) {
      int number = byteAt(place) & 15;
      boolean ac = byteAt(place) >> 4 != 0;
      int symbols = 0;
      for (int i = 1; i <= 16; i++) {
        symbols += byteAt(place + i);
      }
      DeclinedException.unless(number < 4 && symbols <= 256, "no such Huffman table");
      int next = place + 17 + symbols;
      byteAt(next - 1);
      byte[] specification = Arrays.copyOfRange(file, place + 1, next);
      HuffmanTable table = new HuffmanTable(specification, ac ? LARGEST_AC_SIZE : LARGEST_DC_SIZE);
      (ac ? acTables : dcTables)[number] = table;
      place = next;
    }
  }

  private int byteAt(int place) throws DeclinedException {
    DeclinedException.unless(place >= 0 && place < file.length, "the end of the file");
    return file[place] & 0xFF;
  }

  /// Checks that the scan holds all components of the frame in its order, whole.
  void requireWholeScan(int[] ids) throws DeclinedException {
    DeclinedException.unless(byteAt(scanHeader) == ids.length, "several scans");
    for (int i = 0; i < ids.length; i++) {
      DeclinedException.unless(byteAt(scanHeader + 1 + 2 * i) == ids[i], "another order");
    }
    int selection = scanHeader + 1 + 2 * ids.length;
    boolean whole = byteAt(selection) == 0 && byteAt(selection + 1) == 63;
    DeclinedException.unless(whole && byteAt(selection + 2) == 0, "a partial scan");
  }

  /// Where the entropy-coded data of a scan of `components` begins.
  int dataStart(int components) {
    return scanHeader + 4 + 2 * components;
  }

  /// Blocks groups (MCUs) between restart markers; 0 for none.
  int restartInterval() {
    return restartInterval;
  }

  /// A quantisation table in zigzag order.
  int[] quantisation(int number) throws DeclinedException {
    DeclinedException.unless(number < 4 && quantisations[number] != null, "no quantisation");
    return quantisations[number];
  }

  /// The table for the first coefficients of the scan's i-th component.
  HuffmanTable dcTable(int i) throws DeclinedException {
    return table(dcTables, byteAt(scanHeader + 2 + 2 * i) >> 4);
  }

  /// The table for the other coefficients of the scan's i-th component.
  HuffmanTable acTable(int i) throws DeclinedException {
    return table(acTables, byteAt(scanHeader + 2 + 2 * i) & 15);
  }

  private static HuffmanTable table(HuffmanTable[] tables, int number) throws DeclinedException {
    DeclinedException.unless(number < 4 && tables[number] != null, "no Huffman table");
    return tables[number];
  }
}
