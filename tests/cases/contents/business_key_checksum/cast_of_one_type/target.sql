UPDATE domains SET k = ROW(2, 'b');
