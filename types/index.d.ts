// What `cocos-alipay-mini-game` declares for games.
import './cache-manager';
import './my';
