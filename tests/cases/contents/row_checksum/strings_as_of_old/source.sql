ALTER DATABASE gate_case SET standard_conforming_strings = off;
